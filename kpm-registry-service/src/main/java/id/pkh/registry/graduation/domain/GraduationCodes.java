package id.pkh.registry.graduation.domain;

/** The codes of a graduation. The tables of docs/rules/graduation.md list them. */
public final class GraduationCodes {

    private GraduationCodes() {}

    /** Why a family is ready to leave. */
    public enum Type {
        /** No member carries a component any more. */
        NATURAL,
        /** The family can live without the aid. */
        SELF_RELIANT,
        /** It has been in the programme for a long time. */
        MEMBERSHIP
    }

    /** What the verification service is told, in its codes. */
    public enum Reason {
        LAST_COMPONENT_ENDED(Type.NATURAL),
        INCOME_IMPROVED(Type.SELF_RELIANT),
        ABOVE_MINIMUM_WAGE(Type.SELF_RELIANT),
        PUBLIC_EMPLOYEE(Type.SELF_RELIANT),
        MEMBER_OVER_FIVE_YEARS(Type.MEMBERSHIP);

        private final Type type;

        Reason(Type type) {
            this.type = type;
        }

        public boolean isOf(Type graduation) {
            return type == graduation;
        }
    }

    /** How well off the facilitator found the family. */
    public enum WelfareCategory {
        PRE_PROSPEROUS,
        PROSPEROUS,
        PROSPEROUS_SELF_RELIANT
    }

    /** How far the family is in the empowerment programme (PPSE). */
    public enum Ppse {
        NONE,
        CANDIDATE,
        DONE
    }

    /** Why the data administrator did not forward a proposal. */
    public enum Rejection {
        EVIDENCE_INSUFFICIENT,
        STILL_IN_NEED,
        DATA_DISAGREES,
        OTHER
    }
}
