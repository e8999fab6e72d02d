package org.goodword.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Single values that last. */
final class Setting {
    private Setting() {}

    static Optional<String> read(Handle db, String name) {
        return db.createQuery("select value from setting where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    static void write(Handle db, String name, String value) {
        db.createUpdate("""
                        insert into setting (name, value) values (:name, :value)
                        on conflict (name) do update set value = excluded.value
                        """).bind("name", name).bind("value", value).execute();
    }

    static void erase(Handle db, String name) {
        db.createUpdate("delete from setting where name = :name")
                .bind("name", name)
                .execute();
    }
}
