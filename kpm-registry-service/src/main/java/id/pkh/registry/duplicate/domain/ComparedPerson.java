package id.pkh.registry.duplicate.domain;

import id.pkh.registry.identity.domain.PersonName;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A person of a family, as a comparison sees him or her.
 *
 * @param born the latest day that the NIK can mean, if no birth date is on record
 * @param pupilNumber ten digits; null if none is known
 * @param stamp differs as soon as anything differs that is compared
 */
public record ComparedPerson(
        UUID memberId,
        UUID kpmId,
        String villageCode,
        String nik,
        PersonName name,
        LocalDate born,
        String pupilNumber,
        String stamp) {}
