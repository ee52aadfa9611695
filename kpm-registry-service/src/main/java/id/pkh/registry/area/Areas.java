package id.pkh.registry.area;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Which areas the registry knows. */
@ApplicationScoped
public class Areas {

    /** Those of the codes that are villages on record. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Set<String> villagesAmong(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Set.of();
        }
        return AreaEntity.<AreaEntity>stream("level = 'VILLAGE' and code in ?1", codes)
                .map(area -> area.code)
                .collect(Collectors.toSet());
    }

    public boolean isVillage(String code) {
        return !villagesAmong(Set.of(code)).isEmpty();
    }
}
