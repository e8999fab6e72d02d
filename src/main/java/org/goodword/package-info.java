/** Where everything is wired: {@code Main} builds each part by constructor and alone knows the real clock and dice. */
@NullMarked
package org.goodword;

import org.jspecify.annotations.NullMarked;
