package org.goodword.platform;

/** An account that exists on the platform: its name, and the id the platform knows it by. */
public record Account(Handle handle, String id) {}
