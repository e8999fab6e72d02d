/** The far side of the wire, tried over real HTTP by a client and a signer that share no code with it. */
@NullMarked
package org.goodword.sandbox;

import org.jspecify.annotations.NullMarked;
