package org.goodword.rotation.matching;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** What a deal costs this thread in time, in seconds, and this process in memory, in bytes. */
public final class Gauge {
    private Gauge() {}

    public static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    public static void settleMemory() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    public static double used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Of the heap's pools together; they need not have peaked at the same moment, so it is rather too much than too little. */
    public static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToDouble(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
