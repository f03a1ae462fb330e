import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ProfileDirectory;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Runs veraPDF's validation library over files. See ../README.md for the output.
 * Exit: 0 judged, 1 a rule failed and --gate was given, 2 wrong use or a file that could not be judged.
 */
public final class VeraPdf {
    private static final String USAGE = "usage: verapdf [-f PROFILE]... [--gate] [-v] FILE...   (profiles: 2a ua1 2b 2u 3a ...; default 2a and ua1)";

    private final List<String> profiles = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private boolean gate;
    private boolean verbose;
    private boolean failed;
    private boolean unjudged;

    public static void main(String[] args) {
        VeraPdf run = new VeraPdf();
        if (!run.parse(args)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        if (!run.verbose) {
            LogManager.getLogManager().reset();
            Logger.getLogger("").setLevel(Level.OFF);
        }
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : run.files) {
            for (String profile : run.profiles) {
                run.judge(file, profile);
            }
        }
        System.exit(run.unjudged ? 2 : run.failed && run.gate ? 1 : 0);
    }

    private boolean parse(String[] args) {
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "-f" -> {
                    if (++i == args.length) {
                        return false;
                    }
                    profiles.add(args[i]);
                }
                case "--gate" -> gate = true;
                case "-v" -> verbose = true;
                default -> {
                    if (args[i].startsWith("-")) {
                        return false;
                    }
                    files.add(args[i]);
                }
            }
        }
        if (profiles.isEmpty()) {
            profiles.addAll(List.of("2a", "ua1"));
        }
        return !files.isEmpty();
    }

    private void judge(String file, String profile) {
        try {
            report(file, profile, validate(file, profile));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            unjudged = true;
            System.out.printf("%s %s NOT-JUDGED: %s%n", file, profile, e);
        }
    }

    private static ValidationResult validate(String file, String profile) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(profile);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("no such profile");
        }
        if (!new File(file).isFile()) {
            throw new IllegalArgumentException("no such file");
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser);
        }
    }

    private void report(String file, String profile, ValidationResult result) {
        Map<RuleId, Integer> broken = result.getFailedChecks();
        if (broken.isEmpty() != result.isCompliant() || !"normal".equals(result.getJobEndStatus().getValue())) {
            throw new IllegalStateException("validation ended early: " + result.getJobEndStatus());
        }
        failed |= !broken.isEmpty();
        System.out.printf("%s %s FAILED-RULES=%d%n", file, profile, broken.size());
        ProfileDirectory directory = Profiles.getVeraProfileDirectory();
        ValidationProfile rules = directory.getValidationProfileByFlavour(PDFAFlavour.fromString(profile));
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion a : result.getTestAssertions()) {
            first.putIfAbsent(a.getRuleId(), a);
        }
        broken.entrySet().stream().sorted(Map.Entry.comparingByKey(BY_CLAUSE)).forEach(e -> {
            RuleId id = e.getKey();
            System.out.printf("  %s %s-%d (%d times) %s%n", id.getSpecification().getId(), id.getClause(), id.getTestNumber(),
                    e.getValue(), oneLine(rules.getRuleByRuleId(id).getDescription()));
            TestAssertion a = first.get(id);
            if (a != null) {
                System.out.printf("      at %s%n", oneLine(a.getLocation().getContext()));
                if (a.getErrorMessage() != null) {
                    System.out.printf("      %s%n", oneLine(a.getErrorMessage()));
                }
            }
        });
    }

    /** 6.2.11 comes after 6.2.4: the numbers of a clause are compared as numbers. */
    private static final Comparator<RuleId> BY_CLAUSE = (a, b) -> {
        String[] x = a.getClause().split("\\.");
        String[] y = b.getClause().split("\\.");
        for (int i = 0; i < Math.min(x.length, y.length); i++) {
            int d = x[i].matches("\\d+") && y[i].matches("\\d+")
                    ? Integer.compare(Integer.parseInt(x[i]), Integer.parseInt(y[i]))
                    : x[i].compareTo(y[i]);
            if (d != 0) {
                return d;
            }
        }
        return x.length != y.length ? x.length - y.length : a.getTestNumber() - b.getTestNumber();
    };

    private static String oneLine(String s) {
        return s.replaceAll("\\s+", " ").trim();
    }
}
