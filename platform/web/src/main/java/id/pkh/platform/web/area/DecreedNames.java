package id.pkh.platform.web.area;

import id.pkh.platform.areas.CountryAreas;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The names of the decree whose list is shipped. */
@ApplicationScoped
@DefaultBean
class DecreedNames implements AreaNames {

    @Override
    public Optional<String> of(String code) {
        return CountryAreas.shipped().name(code);
    }
}
