package id.pkh.platform.web.area;

import java.util.Optional;

/** What areas are called. The registry also knows areas that no decree lists yet. */
public interface AreaNames {

    /** Empty for an area that is not known by name. */
    Optional<String> of(String code);

    /** For people: the name with the code behind it; the code alone if there is no name. */
    default String withCode(String code) {
        return of(code).map(name -> name + " (" + code + ")").orElse(code);
    }
}
