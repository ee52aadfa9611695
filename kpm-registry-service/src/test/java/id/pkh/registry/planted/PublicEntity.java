package id.pkh.registry.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

/** Planted: a row that everybody may touch; of a query, since Hibernate looks for its table. */
@Entity
@Immutable
@Subselect("select 1 as id")
public class PublicEntity {

    @Id public long id;
}
