package org.goodword.settings;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.configuration2.YAMLConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.tree.ImmutableNode;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Commons Configuration's YAML, built from the parser's nodes and not from its values: the values of YAML 1.1 turn 12:30
 * into 750 and no into false, let a key stand twice, and forget where they stood. Every node carries its {@link Shape} and
 * its {@link Place}; the items of a list are its children, all named {@link #ITEM}.
 */
final class NodeYaml extends YAMLConfiguration {
    static final String ITEM = "-";

    private static final String SHAPE = "shape";
    private static final String PLACE = "place";
    private static final String KEY_PLACE = "key-place";

    /** A roster of 10,000 businesses with ten texts each is about 30 MB. */
    private static final int LONGEST = 64 * 1024 * 1024;

    enum Shape {
        TEXT,
        LIST,
        MAP,
        NOTHING
    }

    /** Both from 1. */
    record Place(int line, int column) {
        private static final Place START = new Place(1, 1);

        private static Place of(Node node) {
            var mark = node.getStartMark();
            return new Place(mark.getLine() + 1, mark.getColumn() + 1);
        }
    }

    record Twice(String key, Place place) {}

    private final List<Twice> twice = new ArrayList<>();

    static ImmutableNode nothing() {
        return of("", Shape.NOTHING, Place.START, Place.START).create();
    }

    static Shape shape(ImmutableNode node) {
        return (Shape) Objects.requireNonNull(node.getAttributes().get(SHAPE));
    }

    static Place place(ImmutableNode node) {
        return (Place) Objects.requireNonNull(node.getAttributes().get(PLACE));
    }

    static Place keyPlace(ImmutableNode node) {
        return (Place) Objects.requireNonNull(node.getAttributes().get(KEY_PLACE));
    }

    ImmutableNode root() {
        return getNodeModel().getNodeHandler().getRootNode();
    }

    /** Keys that stand twice in one map; the first of them counts. */
    List<Twice> twice() {
        return List.copyOf(twice);
    }

    @Override
    public void read(InputStream in) throws ConfigurationException {
        // a decoder of its own refuses bytes that are no UTF-8, where a charset would put question marks
        read(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    }

    @Override
    public void read(Reader in) throws ConfigurationException {
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(LONGEST);
            // a file people edit by hand says each thing where it stands
            options.setMaxAliasesForCollections(0);
            getNodeModel()
                    .setRootNode(Optional.ofNullable(new Yaml(options).compose(in))
                            .map(root -> node("", Place.of(root), root))
                            .orElseGet(NodeYaml::nothing));
        } catch (YAMLException e) {
            throw new ConfigurationException(e);
        }
    }

    private ImmutableNode node(String name, Place keyPlace, Node node) {
        if (node instanceof MappingNode map) {
            var made = of(name, Shape.MAP, Place.of(node), keyPlace);
            var seen = new HashSet<String>();
            map.getValue().forEach(pair -> {
                var key = key(pair);
                if (seen.add(key)) {
                    made.addChild(node(key, Place.of(pair.getKeyNode()), pair.getValueNode()));
                } else {
                    twice.add(new Twice(key, Place.of(pair.getKeyNode())));
                }
            });
            return made.create();
        }
        if (node instanceof SequenceNode list) {
            var made = of(name, Shape.LIST, Place.of(node), keyPlace);
            list.getValue().forEach(item -> made.addChild(node(ITEM, Place.of(item), item)));
            return made.create();
        }
        if (Tag.NULL.equals(node.getTag())) {
            return of(name, Shape.NOTHING, Place.of(node), keyPlace).create();
        }
        return of(name, Shape.TEXT, Place.of(node), keyPlace)
                .value(((ScalarNode) node).getValue())
                .create();
    }

    private static String key(NodeTuple pair) {
        return pair.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
    }

    private static ImmutableNode.Builder of(String name, Shape shape, Place place, Place keyPlace) {
        return new ImmutableNode.Builder()
                .name(name)
                .addAttribute(SHAPE, shape)
                .addAttribute(PLACE, place)
                .addAttribute(KEY_PLACE, keyPlace);
    }
}
