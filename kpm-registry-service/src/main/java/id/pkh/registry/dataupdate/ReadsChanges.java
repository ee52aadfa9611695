package id.pkh.registry.dataupdate;

import id.pkh.platform.web.Refuses;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks an operation that checks or applies the changes of an update; for the API description. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Refuses({
    "ACCOUNT_NOT_DIGITS",
    "BANK_UNKNOWN",
    "CARETAKER_AMBIGUOUS",
    "CARETAKER_NOT_ADULT",
    "CONTACT_ROUTE_UNKNOWN",
    "EFFECTIVE_BEFORE_CURRENT_COMPONENT",
    "GROUP_CODE_INVALID",
    "KPM_CLOSED",
    "MEMBER_DECEASED",
    "MEMBER_NOT_DECEASED",
    "NOT_A_MEMBER",
    "NO_COMPONENT_TO_END",
    "TELEPHONE_INVALID",
    "UPDATE_CARETAKER_NEEDED",
    "VILLAGE_UNKNOWN"
})
public @interface ReadsChanges {}
