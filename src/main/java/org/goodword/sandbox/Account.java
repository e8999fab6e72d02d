package org.goodword.sandbox;

/** A resident's account and the OAuth 1.0a token with which the app acts for it. */
public record Account(String handle, String id, String accessToken, String accessSecret) {}
