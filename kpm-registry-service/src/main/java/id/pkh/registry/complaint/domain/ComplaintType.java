package id.pkh.registry.complaint.domain;

import id.pkh.registry.complaint.domain.ComplaintCodes.Category;
import id.pkh.registry.complaint.domain.ComplaintCodes.Naming;
import id.pkh.registry.complaint.domain.ComplaintCodes.Priority;
import id.pkh.registry.complaint.domain.ComplaintCodes.Told;

/**
 * What a complaint is about. Where the facilitator could be the cause, it starts above the
 * facilitator, so that it is neither seen nor handled there.
 */
public enum ComplaintType {
    CARD_LOST(Category.CARD, Priority.MEDIUM, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    CARD_PIN_FORGOTTEN(
            Category.CARD, Priority.MEDIUM, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    CARD_SWALLOWED(Category.CARD, Priority.MEDIUM, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    CARD_DAMAGED(Category.CARD, Priority.MEDIUM, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    CARD_NOT_RECEIVED(
            Category.CARD, Priority.HIGH, Naming.NO, Naming.MAY, HandlingLevel.COORDINATOR),
    CARD_HELD_BY_OTHER(
            Category.CARD, Priority.CRITICAL, Naming.NO, Naming.MAY, HandlingLevel.COORDINATOR),
    COMPLEMENTARY_ABSENT(
            Category.AID, Priority.MEDIUM, Naming.MAY, Naming.NO, HandlingLevel.FACILITATOR),
    COMPLEMENTARY_UNPAID(
            Category.AID, Priority.MEDIUM, Naming.MAY, Naming.NO, HandlingLevel.FACILITATOR),
    AID_SHORT(Category.AID, Priority.HIGH, Naming.NO, Naming.MAY, HandlingLevel.COORDINATOR),
    DATA_MISMATCH(Category.DATA, Priority.LOW, Naming.MAY, Naming.NO, HandlingLevel.FACILITATOR),
    DUPLICATE(Category.DATA, Priority.LOW, Naming.MAY, Naming.NO, HandlingLevel.FACILITATOR),
    WELL_OFF(Category.DATA, Priority.LOW, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    DEAD(Category.DATA, Priority.MEDIUM, Naming.MAY, Naming.NO, HandlingLevel.FACILITATOR),
    MOVED(Category.DATA, Priority.LOW, Naming.MAY, Naming.NO, HandlingLevel.FACILITATOR),
    UNREACHABLE(Category.DATA, Priority.LOW, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    REFUSED(Category.DATA, Priority.LOW, Naming.NO, Naming.NO, HandlingLevel.FACILITATOR),
    SCHOOL_DROPOUT(
            Category.DATA, Priority.MEDIUM, Naming.MUST, Naming.NO, HandlingLevel.FACILITATOR),
    FACILITATOR_CONDUCT(
            Category.PERSON, Priority.HIGH, Naming.NO, Naming.MUST, HandlingLevel.COORDINATOR),
    COORDINATOR_CONDUCT(
            Category.PERSON, Priority.HIGH, Naming.NO, Naming.MUST, HandlingLevel.REGENCY);

    private final Category category;
    private final Priority leastPriority;
    private final Naming member;
    private final Naming person;
    private final HandlingLevel startsAt;

    ComplaintType(
            Category category,
            Priority leastPriority,
            Naming member,
            Naming person,
            HandlingLevel startsAt) {
        this.category = category;
        this.leastPriority = leastPriority;
        this.member = member;
        this.person = person;
        this.startsAt = startsAt;
    }

    public Category category() {
        return category;
    }

    public Priority leastPriority() {
        return leastPriority;
    }

    /** Whether a member of the family is named. */
    public Naming member() {
        return member;
    }

    /** Whether the facilitator is named whom it is about. */
    public Naming person() {
        return person;
    }

    public HandlingLevel startsAt() {
        return startsAt;
    }

    /**
     * Where the complaint starts: one level above the person whom it is about.
     *
     * @param isAboutCoordinator whether this person coordinates a sub-district
     */
    public HandlingLevel firstLevel(boolean isAboutCoordinator) {
        return isAboutCoordinator ? startsAt.higher(HandlingLevel.REGENCY) : startsAt;
    }

    /** Whether a family that lacks a complementary programme, or its payments, is advocated. */
    public boolean isAboutComplementary() {
        return this == COMPLEMENTARY_ABSENT || this == COMPLEMENTARY_UNPAID;
    }

    public Told told() {
        if (startsAt != HandlingLevel.FACILITATOR) {
            return Told.IN_PERSON;
        }
        return category == Category.DATA && this != DATA_MISMATCH ? Told.NO : Told.MESSAGE;
    }
}
