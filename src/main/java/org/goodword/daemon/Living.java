package org.goodword.daemon;

import java.time.InstantSource;
import org.goodword.rounds.House;

/**
 * A house to be kept running.
 *
 * @param firstLine what the organiser is told first: which world this is
 * @param afterwards what else ends with it, such as a sandbox of its own
 * @param lookAtFiles reads roster and rules again where they were edited, and keeps the last good ones
 */
public record Living(House house, InstantSource clock, String firstLine, Runnable lookAtFiles, Runnable afterwards)
        implements AutoCloseable {
    @Override
    public void close() {
        house.close();
        afterwards.run();
    }
}
