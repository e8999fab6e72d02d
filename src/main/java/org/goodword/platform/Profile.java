package org.goodword.platform;

/** An account as the platform describes it today. */
public record Profile(Account account, String name, int followers) {}
