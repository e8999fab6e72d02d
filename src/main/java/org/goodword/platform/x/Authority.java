package org.goodword.platform.x;

import java.net.URI;

/** What stands in the {@code Authorization} header: a signature over the request, or a token. The seam for both. */
interface Authority {
    String header(Ask.Verb verb, URI address);
}
