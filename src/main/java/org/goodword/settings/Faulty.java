package org.goodword.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when configuration cannot be used; carries every fault found, so that all can be mended in one go. */
public final class Faulty extends RuntimeException {
    private final transient List<Fault> faults;

    public Faulty(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public Faulty(Fault fault) {
        this(List.of(fault));
    }

    public List<Fault> faults() {
        return faults;
    }
}
