package org.goodword.platform.x;

/** Someone could not be signed in. The reason is one sentence for whoever sits at the terminal. */
public final class SignInFailed extends Exception {
    private final String reason;

    SignInFailed(String reason) {
        super(reason);
        this.reason = reason;
    }

    SignInFailed(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
