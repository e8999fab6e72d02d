package org.goodword.sandbox.town;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What goes into the journal and comes back out of it; a town without a file remembers nothing. */
final class Memory {
    private final Optional<Journal> journal;

    private Memory(Optional<Journal> journal) {
        this.journal = journal;
    }

    static Memory none() {
        return new Memory(Optional.empty());
    }

    static Memory in(Path file, boolean isNew, long seed, Instant founded, Lift lift) throws IOException {
        var memory = new Memory(Optional.of(Journal.open(file)));
        if (isNew) {
            memory.write(foundation(seed, founded, lift));
        } else if (!Journal.read(file).get(0).equals(foundation(seed, founded, lift))) {
            throw new IOException(file + " is the journal of another town (its seed, founding day or lift differ); move"
                    + " it away or ask for that town");
        }
        return memory;
    }

    private static ObjectNode foundation(long seed, Instant founded, Lift lift) {
        return Journal.line("founded")
                .put("seed", Long.toString(seed))
                .put("at", founded.toString())
                .put("lift", lift.name());
    }

    void posted(Post post) {
        write(acted("post", post.author(), post.id(), post.text(), post.at()).put("paid", post.paid()));
    }

    void reposted(Post repost, Post source) {
        write(acted("repost", repost.author(), repost.id(), source.text(), repost.at())
                .put("source", source.idText())
                .put("shown", repost.text()));
    }

    void undone(String handle, long source, String sourceText, Instant at) {
        write(acted("undo", handle, source, sourceText, at));
    }

    void deleted(Post post, Instant at) {
        write(acted("delete", post.author(), post.id(), post.text(), at));
    }

    void edited(Post post, Post old) {
        write(acted("edit", post.author(), post.id(), post.text(), post.at())
                .put("of", old.idText())
                .put("paid", post.paid()));
    }

    void billed(long milliDollars) {
        write(Journal.line("billed").put("milli", milliDollars));
    }

    void read(Collection<String> things, long milliDollarsEach, Instant at) {
        var line = Journal.line("read").put("milli", milliDollarsEach).put("at", at.toString());
        var ids = line.putArray("ids");
        things.forEach(ids::add);
        write(line);
    }

    void standing(String handle, int sessions, int revokedTo) {
        write(Journal.line("standing")
                .put("by", handle)
                .put("sessions", sessions)
                .put("revoked", revokedTo));
    }

    private static ObjectNode acted(String what, String handle, long id, String text, Instant at) {
        return Journal.line(what)
                .put("by", handle)
                .put("id", Long.toString(id))
                .put("text", text)
                .put("at", at.toString());
    }

    private void write(ObjectNode line) {
        journal.ifPresent(file -> file.write(line));
    }

    void replay(List<JsonNode> lines, Town town) {
        for (var line : lines) {
            replay(line, town);
        }
    }

    private static void replay(JsonNode line, Town town) {
        switch (line.path("what").asString()) {
            case "founded" -> {}
            case "post" -> town.enter(original(line));
            case "edit" -> town.post(id(line, "of"), at(line)).ifPresent(old -> town.replace(old, original(line)));
            case "repost" -> town.enter(repost(line), text(line, "text"));
            case "undo" -> town.takeBack(text(line, "by"), id(line, "id"), text(line, "text"), at(line));
            case "delete" -> town.post(id(line, "id"), at(line)).ifPresent(post -> town.remove(post, at(line)));
            case "billed" -> town.bill(line.path("milli").asLong());
            case "read" -> town.billAgain(ids(line), line.path("milli").asLong(), at(line));
            case "standing" ->
                town.standing(
                        text(line, "by"),
                        line.path("sessions").asInt(),
                        line.path("revoked").asInt());
            default -> throw new IllegalStateException("The town's journal holds a line it never wrote: " + line);
        }
    }

    private static Post original(JsonNode line) {
        return Post.original(
                id(line, "id"),
                text(line, "by"),
                at(line),
                text(line, "text"),
                line.path("paid").asBoolean());
    }

    private static Post repost(JsonNode line) {
        var source = id(line, "source");
        return new Post(
                id(line, "id"),
                text(line, "by"),
                at(line),
                text(line, "shown"),
                Post.Kind.REPOST,
                source,
                source,
                false,
                false,
                Optional.empty());
    }

    private static List<String> ids(JsonNode line) {
        var ids = new ArrayList<String>();
        line.path("ids").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    private static long id(JsonNode line, String field) {
        return Long.parseLong(text(line, field));
    }

    private static String text(JsonNode line, String field) {
        return line.path(field).asString();
    }

    private static Instant at(JsonNode line) {
        return Instant.parse(text(line, "at"));
    }
}
