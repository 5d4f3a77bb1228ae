package org.watchword.formats.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// All that a bundle says about its payload, which fits together.
public final class Bundle {
    private static final String FETCH = "fetch.txt";
    private static final Pattern MANIFESTS = Pattern.compile("(tag)?manifest-[^/]*\\.txt");

    private final BagInfo info;
    private final List<Manifest> manifests;
    private final CustodyLog custody;

    private Bundle(BagInfo info, List<Manifest> manifests, CustodyLog custody)
            throws BundleFailure {
        this.info = info;
        this.manifests = List.copyOf(manifests);
        this.custody = custody;
        checkPaths();
        checkCustody();
    }

    /// Of these files.
    ///
    /// @param about what is said to people; the version and the sum are added
    /// @param files at least one, each with its SHA-256; one that has a SHA-512 needs the others to
    ///   have one too
    /// @param custody the lines of each of them, and of nothing else
    /// @throws IllegalArgumentException when it would be no bundle
    public static Bundle of(
            List<BagInfo.Element> about, Collection<PayloadFile> files, CustodyLog custody) {
        var manifests = new ArrayList<Manifest>();
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            if (algorithm == ChecksumAlgorithm.SHA256
                    || files.stream().anyMatch(file -> file.found(algorithm).isPresent())) {
                manifests.add(Manifest.of(algorithm, files));
            }
        }
        try {
            return new Bundle(BagInfo.of(about, PayloadOxum.of(files)), manifests, custody);
        } catch (BundleFailure failure) {
            throw new IllegalArgumentException(failure.getMessage(), failure);
        }
    }

    /// Reads what lies in a bag beside its payload, after it was compared with the tag manifests.
    ///
    /// @param tagFiles every file outside of the payload directory; what else there is than a
    ///   bundle needs is compared and not read
    /// @throws BundleFailure when it is no bundle, of any kind
    public static Bundle read(Map<BagPath, byte[]> tagFiles) throws BundleFailure {
        BagDeclaration.check(content(tagFiles, BagDeclaration.NAME));
        for (BagPath path : tagFiles.keySet()) {
            checkWelcome(path);
        }
        List<ChecksumAlgorithm> algorithms = algorithms(tagFiles);
        for (ChecksumAlgorithm algorithm : algorithms) {
            TagManifest.read(algorithm, content(tagFiles, TagManifest.name(algorithm)))
                    .verify(tagFiles);
        }
        var manifests = new ArrayList<Manifest>();
        for (ChecksumAlgorithm algorithm : algorithms) {
            manifests.add(Manifest.read(algorithm, content(tagFiles, Manifest.name(algorithm))));
        }
        return new Bundle(
                BagInfo.read(content(tagFiles, BagInfo.NAME)),
                manifests,
                CustodyLog.read(content(tagFiles, CustodyLog.NAME)));
    }

    private static byte[] content(Map<BagPath, byte[]> tagFiles, String name) throws BundleFailure {
        byte[] content = tagFiles.get(new BagPath(name));
        if (content == null) {
            throw new BundleFailure(Failure.FILE_MISSING, name);
        }
        return content;
    }

    private static List<ChecksumAlgorithm> algorithms(Map<BagPath, byte[]> tagFiles) {
        var algorithms = new ArrayList<>(List.of(ChecksumAlgorithm.SHA256));
        if (tagFiles.containsKey(new BagPath(Manifest.name(ChecksumAlgorithm.SHA512)))
                || tagFiles.containsKey(new BagPath(TagManifest.name(ChecksumAlgorithm.SHA512)))) {
            algorithms.add(ChecksumAlgorithm.SHA512);
        }
        return algorithms;
    }

    /// What any tool for bags reads, we read too, or the bag is no bundle.
    private static void checkWelcome(BagPath path) throws BundleFailure {
        String folded = path.folded();
        if (folded.equals(FETCH)) {
            throw new BundleFailure(Failure.TO_BE_FETCHED, FETCH);
        }
        String first = TagManifest.name(ChecksumAlgorithm.SHA256);
        if (MANIFESTS.matcher(folded).matches() && !isManifest(path)) {
            throw new BundleFailure(Failure.OTHER_ALGORITHM, first);
        }
        if (!path.isListedTag() && !isManifest(path)) {
            throw new BundleFailure(Failure.PATH_OUTSIDE, first);
        }
    }

    private static boolean isManifest(BagPath path) {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            if (path.name().equals(Manifest.name(algorithm))
                    || path.name().equals(TagManifest.name(algorithm))) {
                return true;
            }
        }
        return false;
    }

    private void checkPaths() throws BundleFailure {
        Set<BagPath> listed = paths(manifests.getFirst());
        for (Manifest manifest : manifests) {
            if (!paths(manifest).equals(listed)) {
                throw new BundleFailure(Failure.FILE_NOT_LISTED, manifest.name());
            }
        }
        if (info.payloadOxum().streams() != listed.size()) {
            throw new BundleFailure(Failure.OXUM_DIFFERS, BagInfo.NAME, info.lineOfOxum());
        }
    }

    private static Set<BagPath> paths(Manifest manifest) {
        return manifest.entries().stream().map(ManifestEntry::path).collect(Collectors.toSet());
    }

    private void checkCustody() throws BundleFailure {
        List<Checksum> listed =
                manifests.getFirst().entries().stream().map(ManifestEntry::checksum).toList();
        List<Checksum> told = custody.lines().stream().map(CustodyLine::item).toList();
        int stray = firstNotIn(new HashSet<>(listed), told);
        if (stray >= 0) {
            throw new BundleFailure(
                    Failure.ITEM_UNKNOWN, CustodyLog.NAME, CustodyLog.FIRST_LINE + stray);
        }
        int untold = firstNotIn(new HashSet<>(told), listed);
        if (untold >= 0) {
            String file = manifests.getFirst().name();
            throw new BundleFailure(Failure.ITEM_UNKNOWN, file, untold + 1);
        }
    }

    private static int firstNotIn(Set<Checksum> known, List<Checksum> items) {
        for (int i = 0; i < items.size(); i++) {
            if (!known.contains(items.get(i))) {
                return i;
            }
        }
        return -1;
    }

    public BagInfo info() {
        return info;
    }

    /// By SHA-256, and by SHA-512 where there is one; all list the same files.
    public List<Manifest> manifests() {
        return manifests;
    }

    public CustodyLog custody() {
        return custody;
    }

    /// What lies beside the payload, with the tag manifests over all of it.
    ///
    /// @param others that belong there too
    /// @throws IllegalArgumentException when one of those cannot lie there
    public SortedMap<BagPath, byte[]> tagFiles(Map<BagPath, byte[]> others) {
        var files = new TreeMap<BagPath, byte[]>(others);
        put(files, BagDeclaration.NAME, BagDeclaration.bytes());
        put(files, BagInfo.NAME, info.bytes());
        put(files, CustodyLog.NAME, custody.bytes());
        manifests.forEach(manifest -> put(files, manifest.name(), manifest.bytes()));
        var listed = Map.copyOf(files);
        manifests.forEach(manifest -> {
            var tags = TagManifest.of(manifest.algorithm(), listed);
            put(files, tags.name(), tags.bytes());
        });
        try {
            read(files);
        } catch (BundleFailure failure) {
            throw new IllegalArgumentException(failure.getMessage(), failure);
        }
        return files;
    }

    private static void put(Map<BagPath, byte[]> files, String name, byte[] content) {
        Flawed.when(files.put(new BagPath(name), content) != null, Failure.PATH_TWICE);
    }

    /// Compares what was found with what was listed: first whether all of it is there and nothing
    /// else, then the checksums.
    ///
    /// @param found every file in the payload directory, with a checksum by each algorithm of the
    ///   manifests
    /// @throws BundleFailure of the kind completeness or fixity
    /// @throws IllegalArgumentException when a checksum was not calculated, or a file is given
    ///   twice
    public void verify(Collection<PayloadFile> found) throws BundleFailure {
        Map<BagPath, PayloadFile> byPath = new HashMap<>();
        for (PayloadFile file : found) {
            Flawed.when(byPath.put(file.path(), file) != null, Failure.PATH_TWICE);
        }
        for (Manifest manifest : manifests) {
            each(manifest, Failure.FILE_MISSING, entry -> byPath.containsKey(entry.path()));
        }
        if (byPath.size() != manifests.getFirst().entries().size()) {
            throw new BundleFailure(Failure.FILE_NOT_LISTED, manifests.getFirst().name());
        }
        if (!info.payloadOxum().equals(PayloadOxum.of(found))) {
            throw new BundleFailure(Failure.OXUM_DIFFERS, BagInfo.NAME, info.lineOfOxum());
        }
        for (Manifest manifest : manifests) {
            each(
                    manifest,
                    Failure.CHECKSUM_DIFFERS,
                    entry ->
                            Optional.ofNullable(byPath.get(entry.path()))
                                    .map(file -> file.checksum(manifest.algorithm()))
                                    .equals(Optional.of(entry.checksum())));
        }
    }

    private static void each(Manifest manifest, Failure failure, Predicate<ManifestEntry> holds)
            throws BundleFailure {
        List<ManifestEntry> entries = manifest.entries();
        for (int i = 0; i < entries.size(); i++) {
            if (!holds.test(entries.get(i))) {
                throw new BundleFailure(failure, manifest.name(), i + 1);
            }
        }
    }
}
