package org.goodword.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.goodword.sandbox.town.Resident;
import org.goodword.sandbox.town.Town;

/** A server that speaks X's v2 API on 127.0.0.1, with a town behind it. */
public final class Sandbox implements AutoCloseable {
    private static final int THREADS = 8;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    static {
        // without it every small answer waits 40 ms for the client's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final AppKeys keys;
    private final FaultQueue faults = new FaultQueue();
    private final Keyring keyring;
    private final Town town;

    private Sandbox(HttpServer server, Town town, InstantSource townClock, InstantSource realClock) {
        this.server = server;
        this.town = town;
        this.keys = AppKeys.of(town);
        var grants = new Grants(town, townClock);
        this.keyring = new Keyring(town, keys, realClock, grants);
        var signIn = new SignIn(town, keys, keyring, grants, townClock);
        this.workers = Executors.newFixedThreadPool(THREADS, Sandbox::thread);
        var control = new Control(town, townClock, faults, this::accounts);
        server.createContext("/", new Front(town, townClock, keyring, faults, signIn, control, workers));
        server.setExecutor(workers);
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for any free one
     * @param townClock what time it is in the town, which limits and everything the town does go by
     * @param realClock by which OAuth 1.0a timestamps are judged, since clients stamp with their own
     * @throws IOException if the port is in use; the message names it
     */
    public static Sandbox start(int port, Town town, InstantSource townClock, InstantSource realClock)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getByAddress("127.0.0.1", LOOPBACK), port);
        try {
            var sandbox = new Sandbox(HttpServer.create(address, 0), town, townClock, realClock);
            sandbox.server.start();
            return sandbox;
        } catch (BindException e) {
            throw new IOException(
                    "Port " + port + " on 127.0.0.1 is in use by another program; stop that program or choose another"
                            + " port for the sandbox",
                    e);
        }
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public AppKeys keys() {
        return keys;
    }

    /** Every resident's account, with its newest token. */
    public List<Account> accounts() {
        return town.residents().stream()
                .map(Resident::handle)
                .map(keyring::account)
                .toList();
    }

    public FaultQueue faults() {
        return faults;
    }

    public Town town() {
        return town;
    }

    /** Stops at once; what is in flight gets no answer. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
