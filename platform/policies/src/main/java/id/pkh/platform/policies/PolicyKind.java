package id.pkh.platform.policies;

import java.util.List;

/**
 * One kind of policy, as a bean of the service whose rules read it.
 *
 * @param <D> the document of a version
 */
public interface PolicyKind<D extends PolicyDocument> {

    /** Names the kind; it is stored with every version, so it must not change. */
    String name();

    Class<D> documentType();

    /** The days on which a version may begin. */
    FirstDays firstDays();

    /** The versions in the tables of the kind, in any order; read from the database each time. */
    List<PolicySpan> spans();

    /**
     * Refuses a document that contradicts itself, is incomplete or does not fit what the rules can
     * do. Dates and codes are checked for every kind alike.
     */
    void check(D document);

    /** Adds the rows of an approved version. */
    void add(D document);

    /** Removes the rows of a version that was revoked before its first day. */
    void remove(D document);
}
