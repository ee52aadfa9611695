package id.pkh.testsupport.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Planted: a row that every package may change. */
@Entity
public class PublicEntity {

    @Id long id;
}
