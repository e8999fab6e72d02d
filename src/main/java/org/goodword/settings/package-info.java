/**
 * What the organiser decided, read once and kept as one immutable record. Start with {@link org.goodword.settings.Settings}
 * and {@link org.goodword.settings.SettingsFile}; {@link org.goodword.settings.Fault} is the shape of every complaint about
 * a file. {@link org.goodword.settings.YamlFile} reads the YAML of any room. Knows nothing else of ours.
 */
@NullMarked
package org.goodword.settings;

import org.jspecify.annotations.NullMarked;
