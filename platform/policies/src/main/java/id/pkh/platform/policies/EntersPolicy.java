package id.pkh.platform.policies;

import id.pkh.platform.web.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that enters a version of a policy; names the refusals that all kinds have. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    "AREAS_NOT_NATIONAL",
    "POLICY_CODE_TAKEN",
    "POLICY_FIRST_DAY_INVALID",
    "POLICY_FIRST_DAY_PASSED",
    "POLICY_FIRST_DAY_TAKEN",
    "POLICY_LEAVES_GAP",
    "POLICY_ROW_IMPOSSIBLE",
    "POLICY_ROW_MISSING",
    "POLICY_ROW_TWICE",
    "TEXT_HAS_CONTROL_CHARACTER",
    "TEXT_HAS_LONG_NUMBER"
})
public @interface EntersPolicy {}
