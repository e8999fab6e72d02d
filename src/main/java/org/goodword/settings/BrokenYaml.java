package org.goodword.settings;

import java.util.Optional;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Puts what the YAML parser objects to into the words of somebody who has never heard of YAML. */
final class BrokenYaml {
    private BrokenYaml() {}

    static Fault fault(String file, int line, int column, MarkedYAMLException broken) {
        var problem = Optional.ofNullable(broken.getProblem()).orElse("something unexpected");
        var context = Optional.ofNullable(broken.getContext()).orElse("");
        if (problem.contains("TAB")) {
            return new Fault(file, line, column, "a tab", "indent with spaces; tabs are not allowed in YAML");
        }
        if (problem.contains("cannot start any token")) {
            return new Fault(
                    file,
                    line,
                    column,
                    "a text cannot begin with the sign that stands here",
                    "put the whole text in double quotes, as in \"@handle\"");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Fault(
                    file,
                    line,
                    column,
                    "a colon where none can be",
                    "put a text with a colon in double quotes, and check that the line is indented like its neighbours");
        }
        if (context.contains("quoted scalar")) {
            return new Fault(
                    file,
                    line,
                    column,
                    "a text in quotes that does not end properly",
                    "close the quote, and write \\\" for a double quote inside");
        }
        if (context.contains("flow sequence") || context.contains("flow mapping")) {
            return new Fault(
                    file,
                    line,
                    column,
                    "a list or map in brackets that does not end properly",
                    "close the bracket, and put a comma between the parts");
        }
        return new Fault(
                file,
                line,
                column,
                "the layout breaks off here (" + problem + ")",
                "indent this line like its neighbours, and look at the line above too");
    }
}
