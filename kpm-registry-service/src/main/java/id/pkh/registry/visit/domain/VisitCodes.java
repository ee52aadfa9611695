package id.pkh.registry.visit.domain;

/** The codes of the form of a home visit. The tables of docs/rules/home-visits.md list them. */
public final class VisitCodes {

    private VisitCodes() {}

    /** Why a family is visited. */
    public enum Purpose {
        INITIAL_TRACING,
        DATA,
        COMMITMENT,
        COMPLAINT,
        GRADUATION,
        NOTICE
    }

    public enum HouseOwnership {
        OWN,
        RENTED,
        FREE_OF_RENT,
        OF_EMPLOYER,
        OTHER
    }

    public enum HeadJob {
        NONE,
        FARMER,
        FARM_LABOURER,
        FISHER,
        DAY_LABOURER,
        TRADER,
        DRIVER,
        EMPLOYEE,
        CIVIL_SERVANT,
        OTHER
    }

    public enum Toilet {
        OWN,
        SHARED,
        PUBLIC,
        NONE
    }

    public enum Water {
        PIPED,
        PROTECTED_SOURCE,
        UNPROTECTED_SOURCE,
        BOUGHT
    }

    /** The classes in which electricity is delivered. */
    public enum Electricity {
        NONE,
        FROM_NEIGHBOUR,
        VA_450,
        VA_900,
        VA_1300,
        VA_2200,
        ABOVE_VA_2200
    }

    public enum PhotoKind {
        HOUSE_OUTSIDE,
        HOUSE_INSIDE,
        KTP,
        KK,
        KKS,
        PASSBOOK
    }

    /** What a visit found. */
    public enum Finding {
        NOTHING_NEW,
        NOBODY_MET,
        MOVED,
        DATA_DIFFERS,
        CHILD_OUT_OF_SCHOOL,
        HEALTH_CHECK_MISSED,
        CARD_NOT_WITH_FAMILY,
        AID_NOT_RECEIVED,
        INCOME_IMPROVED,
        NEEDS_HELP
    }
}
