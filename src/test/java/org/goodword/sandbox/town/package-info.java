@NullMarked
package org.goodword.sandbox.town;

import org.jspecify.annotations.NullMarked;
