@NullMarked
package org.goodword.sandbox.wire;

import org.jspecify.annotations.NullMarked;
