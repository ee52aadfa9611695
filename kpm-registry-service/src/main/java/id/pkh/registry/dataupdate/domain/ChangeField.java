package id.pkh.registry.dataupdate.domain;

import java.util.Locale;

/** One value that a change is about. */
public enum ChangeField {
    NIK(Kind.NUMBER),
    NAME(Kind.NAME),
    BIRTH_DATE(Kind.NAME),
    COMPONENT(Kind.CODE),
    COMPONENT_SINCE(Kind.CODE),
    COMPONENT_UNTIL(Kind.CODE),
    NPSN(Kind.CODE),
    NISN(Kind.NUMBER),
    GRADE(Kind.CODE),
    DIED_ON(Kind.CODE),
    CARETAKER_MEMBER_ID(Kind.CODE),
    VILLAGE_CODE(Kind.CODE),
    GROUP_CODE(Kind.CODE),
    PAYING_BANK(Kind.CODE),
    ACCOUNT_NUMBER(Kind.NUMBER),
    TELEPHONE(Kind.NUMBER),
    ROUTE(Kind.CODE);

    /** Who may see a value. */
    private enum Kind {
        /** Everyone who may see the family. */
        CODE,
        /** Those who may see names. */
        NAME,
        /** Masked for everyone, unless it is revealed. */
        NUMBER
    }

    private final Kind kind;

    ChangeField(Kind kind) {
        this.kind = kind;
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isName() {
        return kind == Kind.NAME;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
