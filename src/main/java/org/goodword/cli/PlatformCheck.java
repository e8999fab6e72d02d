package org.goodword.cli;

import static org.goodword.cli.Finding.Mark.FINE;
import static org.goodword.cli.Finding.Mark.LOOK;
import static org.goodword.cli.Finding.Mark.NO;
import static org.goodword.cli.Finding.Mark.UNKNOWN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.goodword.settings.Settings;

/** The way to the platform: whether it answers, whether its clock agrees with ours, and the sandbox's port. */
final class PlatformCheck {
    /** X refuses a signature whose time is further away than this. */
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);

    /** A clock kept by the network is right to well under a second; this one is not kept. */
    private static final Duration USUAL_SKEW = Duration.ofSeconds(30);

    private final Settings settings;
    private final Instant now;
    private final Optional<Instant> theirs;

    PlatformCheck(Root root, Settings settings, Instant now) {
        this.settings = root.reached(settings);
        this.now = now;
        // a sandbox on any free port is found only while a daemon runs
        this.theirs = this.settings.x().baseUrl().getPort() == 0 ? Optional.empty() : root.platformTime(this.settings);
    }

    boolean isReached() {
        return theirs.isPresent();
    }

    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        findings.add(theirs.map(this::clock).orElseGet(this::noClock));
        if (settings.x().mode() == Settings.Mode.SANDBOX) {
            findings.add(port(theirs.isPresent()));
        }
        return findings;
    }

    private Finding clock(Instant theirs) {
        var skew = Duration.between(theirs, now).abs();
        var words = "ours and that of " + settings.x().baseUrl() + " are " + skew.toSeconds() + " s apart";
        if (skew.compareTo(MOST_SKEW) > 0) {
            return Finding.of(NO, "clock", words + "; X refuses more than 300 s, so set this machine's clock");
        }
        return skew.compareTo(USUAL_SKEW) > 0
                ? Finding.of(LOOK, "clock", words + "; have the network set this machine's clock")
                : Finding.of(FINE, "clock", words);
    }

    private Finding noClock() {
        var live = settings.x().mode() == Settings.Mode.LIVE;
        return live
                ? Finding.of(
                        NO,
                        "platform",
                        settings.x().baseUrl() + " was not reached, so neither clock nor sign-ins are tested; check"
                                + " the connection and x.base-url")
                : Finding.of(UNKNOWN, "clock", "not compared: no sandbox of a running daemon can be reached");
    }

    private Finding port(boolean answered) {
        var port = settings.x().baseUrl().getPort();
        if (port == 0) {
            return Finding.of(FINE, "port", "the sandbox takes any that is free");
        }
        if (answered) {
            return Finding.of(FINE, "port", port + " answers: a sandbox is running there");
        }
        try (var socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return Finding.of(FINE, "port", socket.getLocalPort() + " is free for the sandbox");
        } catch (IOException e) {
            return Finding.of(
                    NO,
                    "port",
                    port + " on 127.0.0.1 is in use by another program; stop it, or write another port in x.base-url");
        }
    }
}
