package org.goodword.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.goodword.outbox.Booked;
import org.goodword.outbox.State;
import org.goodword.rotation.Reason;
import org.goodword.rounds.WeekView;

/** A week by day, for programs. */
final class PlanJson {
    private PlanJson() {}

    static Map<String, Object> of(WeekView view) {
        var week = new LinkedHashMap<String, Object>();
        week.put("week", view.week().name());
        week.put("from", view.week().monday().toString());
        week.put("to", view.week().sunday().toString());
        week.put("dealt", view.dealt());
        view.plan().approvedAt().ifPresent(at -> week.put("approvedAt", at.toString()));
        week.put("seed", view.plan().seed());
        week.put("days", view.days().stream().map(PlanJson::day).toList());
        week.put("line", view.line().stream().map(Object::toString).toList());
        week.put("changes", view.changes().stream().map(PlanJson::change).toList());
        week.put("wordsInStore", view.plan().unusedWords());
        week.put("spentUsd", view.spent().amount());
        week.put("costUsd", view.cost().amount());
        return week;
    }

    private static Map<String, Object> change(WeekView.Change change) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("at", change.at().toString());
        entry.put("what", change.what());
        return entry;
    }

    private static Map<String, Object> day(WeekView.Day day) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("date", day.date().toString());
        entry.put("voices", day.voices().stream().map(Object::toString).toList());
        entry.put("turns", day.turns().stream().map(PlanJson::turn).toList());
        day.expected().ifPresent(below -> entry.put("expectedReposts", List.of(below, below + 1)));
        return entry;
    }

    private static Map<String, Object> turn(Booked turn) {
        var entry = new LinkedHashMap<String, Object>();
        if (turn.id() > 0) {
            entry.put("turn", turn.id());
        }
        entry.put("kind", turn.what().kind().name());
        entry.put("voice", turn.what().voice().toString());
        entry.put("subject", turn.what().subject().toString());
        entry.put("state", turn.state().name());
        if (turn.state() != State.PLANNED) {
            entry.put("slot", turn.turn().slot().toString());
        }
        turn.sentAt().ifPresent(at -> entry.put("sentAt", at.toString()));
        entry.put("reason", turn.reason());
        entry.put("why", Reason.told(turn.turn().why()));
        return entry;
    }
}
