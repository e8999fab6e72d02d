package org.goodword.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.goodword.rehearsal.Residents;
import org.goodword.roster.Roster;
import org.goodword.sandbox.Account;
import org.goodword.sandbox.Sandbox;
import org.goodword.sandbox.town.Lift;
import org.goodword.sandbox.town.Town;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "sandbox",
        description = "A server on this machine that speaks X's API, with the roster's town behind it, until stopped.")
final class SandboxAlone implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;

    private final Goodword goodword;

    @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "Where it listens; any free port.")
    private int port;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "The same seed makes the same town.")
    private long seed;

    @Option(names = "--members", paramLabel = "FILE", description = "Whose town; the roster of the home by default.")
    private @Nullable Path members;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "What the town remembers by: started again with it, it goes on where it was.")
    private @Nullable Path journal;

    @Option(names = "--json", description = "Its address, keys and accounts as one JSON object on the first line.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    SandboxAlone(Goodword goodword) {
        this.goodword = goodword;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > MOST_PORT) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--port is a number from 0 to 65535, not " + port);
        }
        var root = goodword.root();
        var settings = goodword.settings();
        var roster = root.enrolment(Optional.ofNullable(members)
                        .map(file -> settings.withRoster(file.toAbsolutePath().normalize()))
                        .orElse(settings))
                .roster();
        var out = new Terminal(Objects.requireNonNull(spec)).out();
        try (var sandbox = start(roster, root.clock())) {
            tell(sandbox, out);
            out.flush();
            waitUntilStopped(sandbox);
        } catch (IOException e) {
            throw new DidNotWork(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private Sandbox start(Roster roster, InstantSource clock) throws IOException {
        // from midnight, so that started twice a day it is the same town
        var founded = clock.instant().minus(Residents.TOWN_OLDER).truncatedTo(ChronoUnit.DAYS);
        return Sandbox.start(port, town(roster, founded), clock, clock);
    }

    private Town town(Roster roster, Instant founded) throws IOException {
        var residents = Residents.of(roster);
        if (journal == null) {
            return Town.of(seed, founded, residents, Lift.MODEST);
        }
        return Town.of(seed, Town.foundedIn(journal).orElse(founded), residents, Lift.MODEST, journal);
    }

    private void tell(Sandbox sandbox, PrintWriter out) {
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(figures(sandbox)));
            return;
        }
        var keys = sandbox.keys();
        out.println("A sandbox that speaks X's API listens at " + sandbox.baseUrl() + "; stop it with Ctrl-C.");
        out.println("Its keys open nothing but itself.");
        out.println();
        out.println("  consumer key     " + keys.consumerKey());
        out.println("  consumer secret  " + keys.consumerSecret());
        out.println("  bearer           " + keys.bearer());
        out.println("  client id        " + keys.clientId());
        out.println("  client secret    " + keys.clientSecret());
        out.println();
        out.println("Accounts, with their access tokens and secrets:");
        sandbox.accounts().forEach(account -> {
            out.println("  @" + account.handle() + " (" + account.id() + ")");
            out.println("    " + account.accessToken());
            out.println("    " + account.accessSecret());
        });
        out.println();
        out.println("To try it:");
        out.println("  curl -H 'Authorization: Bearer " + keys.bearer() + "' \\");
        out.println("    '" + sandbox.baseUrl() + "/2/users/by?usernames="
                + sandbox.accounts().get(0).handle() + "'");
    }

    private static Map<String, Object> figures(Sandbox sandbox) {
        var keys = sandbox.keys();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("baseUrl", sandbox.baseUrl().toString());
        figures.put("consumerKey", keys.consumerKey());
        figures.put("consumerSecret", keys.consumerSecret());
        figures.put("bearer", keys.bearer());
        figures.put("clientId", keys.clientId());
        figures.put("clientSecret", keys.clientSecret());
        figures.put(
                "accounts",
                sandbox.accounts().stream().map(SandboxAlone::figures).toList());
        return figures;
    }

    private static Map<String, Object> figures(Account account) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("handle", account.handle());
        figures.put("id", account.id());
        figures.put("accessToken", account.accessToken());
        figures.put("accessSecret", account.accessSecret());
        return figures;
    }

    private static void waitUntilStopped(Sandbox sandbox) {
        var end = new Thread(sandbox::close, "sandbox-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }
}
