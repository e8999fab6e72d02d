package org.goodword.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.goodword.outbox.State;
import org.goodword.platform.Handle;
import org.goodword.roster.Consent;
import org.goodword.rounds.House;
import org.goodword.rounds.WhoIsOut;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "list", description = "Who belongs, what they agreed to, and when they were last heard.")
final class MembersList implements Callable<Integer> {
    private final Goodword goodword;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    MembersList(Goodword goodword) {
        this.goodword = goodword;
    }

    /** @param consent empty for the circle's own account, which needs none */
    private record Row(
            Handle handle,
            String name,
            Optional<Consent> consent,
            boolean signedIn,
            Optional<LocalDate> lastHeard,
            Optional<LocalDate> lastSpoke,
            Optional<String> stopped,
            Optional<WhoIsOut.Out> out) {

        String brief(LocalDate today) {
            return consent.map(one -> ConsentWords.brief(one, today)).orElse("the circle's own account");
        }

        String consentWords(LocalDate today) {
            return consent.map(one -> ConsentWords.of(one, today)).orElse("the circle's own account");
        }
    }

    @Override
    public Integer call() {
        var root = goodword.root();
        var settings = goodword.settings();
        var now = root.clock().instant();
        var today = now.atZone(settings.circle().zone()).toLocalDate();
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        try (var house = root.open(settings)) {
            var rows = rows(house, root.signedIn(settings), now);
            if (json) {
                out.println(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "members",
                                rows.stream().map(row -> figures(row, today)).toList())));
            } else {
                print(rows, today, root.program(settings), out);
            }
        }
        return 0;
    }

    private static List<Row> rows(House house, Set<Handle> signedIn, Instant now) {
        var zone = house.settings().circle().zone();
        var standing = house.circle().standings().at(now);
        var heard = new HashMap<Handle, LocalDate>();
        var spoke = new HashMap<Handle, LocalDate>();
        for (var turn : house.books().turns().since(Instant.EPOCH)) {
            if (turn.state() == State.SENT) {
                var day = day(turn.sentAt().orElse(turn.since()), zone);
                heard.merge(turn.what().subject(), day, MembersList::later);
                spoke.merge(turn.what().voice(), day, MembersList::later);
            }
        }
        var out = new HashMap<Handle, WhoIsOut.Out>();
        WhoIsOut.of(house.books(), house.circle(), now).forEach(one -> out.put(one.who(), one));
        var rows = new ArrayList<Row>();
        var roster = standing.roster();
        roster.circle()
                .ifPresent(circle -> rows.add(new Row(
                        circle.handle(),
                        circle.name(),
                        Optional.empty(),
                        signedIn.contains(circle.handle()),
                        Optional.empty(),
                        Optional.ofNullable(spoke.get(circle.handle())),
                        Optional.ofNullable(standing.stopped().get(circle.handle())),
                        Optional.ofNullable(out.get(circle.handle())))));
        roster.members()
                .forEach(member -> rows.add(new Row(
                        member.handle(),
                        member.name(),
                        Optional.of(member.consent()),
                        signedIn.contains(member.handle()),
                        Optional.ofNullable(heard.get(member.handle())),
                        Optional.ofNullable(spoke.get(member.handle())),
                        Optional.ofNullable(standing.stopped().get(member.handle())),
                        Optional.ofNullable(out.get(member.handle())))));
        return rows;
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static void print(List<Row> rows, LocalDate today, String program, PrintWriter out) {
        var columns = List.of(
                column("handle", 18).<Row>with(row -> row.handle().toString()),
                column("name", 21).<Row>with(Row::name),
                column("consent", 31).<Row>with(row -> row.brief(today)),
                column("in", 5).<Row>with(row -> row.signedIn() ? "yes" : "no"),
                column("heard", 12).<Row>with(row -> date(row.lastHeard())),
                column("spoke", 12).<Row>with(row -> date(row.lastSpoke())));
        var table = AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .data(rows, columns)
                .asString();
        Arrays.stream(table.split("\\R"))
                .map(line -> line.substring(1).stripTrailing())
                .forEach(out::println);
        rows.forEach(row -> row.out()
                .ifPresent(one -> Wrapped.lines(
                                row.handle() + (row.stopped().isPresent() ? " is stopped: " : " ") + one.why() + ". "
                                        + InWords.help(one.help(), program),
                                "  ")
                        .forEach(out::println)));
        out.println();
        out.println("in: signed in. heard, spoke: the last day a turn about her, or from her, went out.");
    }

    private static Column column(String header, int width) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(width, OverflowBehaviour.NEWLINE);
    }

    private static String date(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("never");
    }

    private static Map<String, Object> figures(Row row, LocalDate today) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("handle", row.handle().toString());
        figures.put("name", row.name());
        figures.put("circle", row.consent().isEmpty());
        figures.put("consent", row.consentWords(today));
        figures.put("signedIn", row.signedIn());
        row.lastHeard().ifPresent(day -> figures.put("lastHeard", day.toString()));
        row.lastSpoke().ifPresent(day -> figures.put("lastSpoke", day.toString()));
        row.stopped().ifPresent(why -> figures.put("stopped", why));
        row.out().filter(one -> row.stopped().isEmpty()).ifPresent(one -> figures.put("resting", one.why()));
        row.out().ifPresent(one -> figures.put("help", one.help()));
        return figures;
    }
}
