package id.pkh.disbursement.report.file;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The path of an element in the file, with what its reader makes of it. Each path is created once
 * and then reused: a file has a million lines, but only some dozens of different paths.
 */
final class ElementPath<U> {

    static final int MAX_PLACES = 2_000;

    private final ElementPath<U> parent;
    private final String path;
    private final Function<String, U> uses;
    private final Map<String, ElementPath<U>> below = new HashMap<>();
    private final U use;
    private final boolean foreign;

    private ElementPath(ElementPath<U> parent, String path, Function<String, U> uses) {
        this.parent = parent;
        this.path = path;
        this.uses = uses;
        this.use = uses.apply(path);
        this.foreign = path.endsWith("/SplmtryData");
    }

    /**
     * The path outside the root element.
     *
     * @param uses what is made of the element with this path
     */
    static <U> ElementPath<U> outside(Function<String, U> uses) {
        return new ElementPath<>(null, "", uses);
    }

    /** Returns the child path with this name; null when it is not known yet. */
    ElementPath<U> known(String name) {
        return below.get(name);
    }

    ElementPath<U> make(String name) {
        ElementPath<U> made =
                new ElementPath<>(this, path.isEmpty() ? name : path + "/" + name, uses);
        below.put(name, made);
        return made;
    }

    ElementPath<U> parent() {
        return parent;
    }

    U use() {
        return use;
    }

    /** Whether the contents are of other organizations, in their own namespaces. */
    boolean isForeign() {
        return foreign;
    }

    /** The path as it is shown to people, without the names of the document and the message. */
    String shown() {
        String[] names = path.split("/", 3);
        return names.length < 3 ? path : names[2];
    }
}
