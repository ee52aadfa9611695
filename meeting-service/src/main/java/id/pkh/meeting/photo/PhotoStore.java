package id.pkh.meeting.photo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where the bytes of photos are. An object is written once under its key and never changed. */
interface PhotoStore {

    /** An object and when it was written. */
    record Stored(String key, Instant writtenAt) {}

    /** Whether there is a place for photos at all. */
    boolean isThere();

    void put(String key, byte[] bytes);

    Optional<byte[]> get(String key);

    boolean has(String key);

    /** An object that is not there is as good as deleted. */
    void delete(String key);

    /** The objects whose keys begin with a day. */
    List<Stored> ofDay(LocalDate day);
}
