package org.goodword.platform.x;

import java.net.URI;
import org.goodword.settings.Secret;

/**
 * The app as it is registered with X, and where X is.
 *
 * @param baseUrl https, or plain http on 127.0.0.1 alone: signatures and texts would travel in the open
 * @param bearer for reads that need no account; may be unset
 */
public record XApp(URI baseUrl, Secret consumerKey, Secret consumerSecret, Secret bearer) {

    /** @throws IllegalArgumentException naming {@code x.base-url} and what is wrong with it */
    public XApp {
        var scheme = baseUrl.getScheme();
        var local = "http".equals(scheme) && "127.0.0.1".equals(baseUrl.getHost());
        if (baseUrl.getHost() == null || !(local || "https".equals(scheme))) {
            throw new IllegalArgumentException(
                    "x.base-url is \"" + baseUrl + "\": write an https address; plain http is for 127.0.0.1 only");
        }
    }

    URI at(String target) {
        var base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + target);
    }
}
