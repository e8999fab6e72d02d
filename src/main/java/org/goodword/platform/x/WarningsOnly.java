package org.goodword.platform.x;

import org.slf4j.LoggerFactory;
import twitter4j.Logger;

/**
 * Twitter4J's log, through SLF4J from warnings upwards and deaf below, whatever {@code logback.xml} says: at DEBUG Twitter4J
 * 4.0.7 writes out tokens, base strings and signatures. Public with a plain constructor because Twitter4J makes it by name.
 */
public final class WarningsOnly extends twitter4j.LoggerFactory {
    private static final String PROPERTY = "twitter4j.loggerFactory";

    /**
     * To be called before anything of Twitter4J is touched, which reads the property once and for all.
     *
     * @throws IllegalStateException when Twitter4J would still log its secrets
     */
    static void install() {
        System.setProperty(PROPERTY, WarningsOnly.class.getName());
        if (Logger.getLogger(WarningsOnly.class).isDebugEnabled()) {
            throw new IllegalStateException("Twitter4J would log tokens: take " + PROPERTY
                    + " out of twitter4j.properties, or the file away altogether");
        }
    }

    @Override
    public Logger getLogger(Class<?> of) {
        return new Warnings(LoggerFactory.getLogger(of));
    }

    private static final class Warnings extends Logger {
        private final org.slf4j.Logger log;

        Warnings(org.slf4j.Logger log) {
            this.log = log;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return false;
        }

        @Override
        public boolean isWarnEnabled() {
            return log.isWarnEnabled();
        }

        @Override
        public boolean isErrorEnabled() {
            return log.isErrorEnabled();
        }

        // OAuthAuthorization calls debug without asking isDebugEnabled first
        @Override
        public void debug(String message) {}

        @Override
        public void debug(String message, String more) {}

        @Override
        public void info(String message) {}

        @Override
        public void info(String message, String more) {}

        @Override
        public void warn(String message) {
            log.warn("{}", message);
        }

        @Override
        public void warn(String message, String more) {
            log.warn("{}{}", message, more);
        }

        @Override
        public void warn(String message, Throwable cause) {
            log.warn("{}", message, cause);
        }

        @Override
        public void error(String message) {
            log.error("{}", message);
        }

        @Override
        public void error(String message, Throwable cause) {
            log.error("{}", message, cause);
        }
    }
}
