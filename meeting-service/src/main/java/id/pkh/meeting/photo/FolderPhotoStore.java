package id.pkh.meeting.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A folder that all instances share, such as a volume. */
final class FolderPhotoStore implements PhotoStore {

    private static final String UNFINISHED = ".part";

    private final Optional<Path> folder;

    /** Without a folder there is no place for photos. */
    FolderPhotoStore(Optional<Path> folder) {
        this.folder = folder;
    }

    @Override
    public boolean isThere() {
        return folder.isPresent();
    }

    /** Written beside and moved, so that no reader meets half a photo. */
    @Override
    public void put(String key, byte[] bytes) {
        Path file = fileOf(key);
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(UUID.randomUUID() + UNFINISHED);
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("a photo was not stored", failed);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(Files.readAllBytes(fileOf(key)));
        } catch (NoSuchFileException missing) {
            return Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException("a photo was not read", failed);
        }
    }

    @Override
    public boolean has(String key) {
        return Files.exists(fileOf(key));
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(fileOf(key));
        } catch (IOException failed) {
            throw new UncheckedIOException("a photo was not deleted", failed);
        }
    }

    @Override
    public List<Stored> ofDay(LocalDate day) {
        Path directory = fileOf(day.toString());
        List<Stored> stored = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return stored;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                stored.add(new Stored(day + "/" + file.getFileName(), writtenAt(file)));
            }
            return stored;
        } catch (IOException failed) {
            throw new UncheckedIOException("photos were not listed", failed);
        }
    }

    private static Instant writtenAt(Path file) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException movedMeanwhile) {
            return Instant.MAX;
        }
    }

    private Path fileOf(String key) {
        return folder.orElseThrow().resolve(key);
    }
}
