package id.pkh.registry.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Planted: a table row that everybody may touch. Not scanned: it has no table. */
@Entity
public class PublicEntity {

    @Id public long id;
}
