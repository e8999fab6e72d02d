/**
 * The books on disk: the JDBC side of the stages' ports, the migrations, and the only SQL there is. Start with
 * {@link org.goodword.store.Database}; each other class is one port. Decides nothing.
 */
@NullMarked
package org.goodword.store;

import org.jspecify.annotations.NullMarked;
