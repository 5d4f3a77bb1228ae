package org.watchword.desk.web;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchword.desk.basis.CleanText;
import org.watchword.desk.basis.Limits;
import org.watchword.desk.basis.Secret;
import org.watchword.desk.basis.Sentence;

/// A form over the bytes that came. The bytes are decoded where they lie and turn to zero when the
/// request ends; a text becomes a `String` only when somebody asks for it, a secret never does.
final class PostedForm implements Form, AutoCloseable {
    static final PostedForm EMPTY = new PostedForm(new byte[0], Map.of());

    /// One field; `sound` is false when its escapes are broken.
    record Field(String name, int from, int to, boolean sound) {}

    private final byte[] bytes;
    private final List<Field> fields = new ArrayList<>();
    private final Map<String, Upload> files;

    private PostedForm(byte[] bytes, Map<String, Upload> files) {
        this.bytes = bytes;
        this.files = files;
    }

    /// Takes texts and files over.
    ///
    /// @param texts one after the other, as they came
    static PostedForm withFiles(byte[] texts, List<Field> fields, Map<String, Upload> files) {
        var form = new PostedForm(texts, files);
        form.fields.addAll(fields);
        return form;
    }

    /// Takes the buffer over.
    ///
    /// @throws FormRefusal when it has too many fields or a field's name is no name
    static PostedForm parse(byte[] buffer, int length) {
        var form = new PostedForm(buffer, Map.of());
        int from = 0;
        while (from < length) {
            int to = indexOf(buffer, '&', from, length);
            if (to > from) {
                form.add(from, to);
            }
            from = to + 1;
        }
        return form;
    }

    private void add(int from, int to) {
        if (fields.size() == Limits.FORM_FIELDS) {
            throw new FormRefusal(400, Sentence.of("web.form.too_many"));
        }
        int equals = indexOf(bytes, '=', from, to);
        var name = new Unescaped(bytes, from, equals);
        if (!name.sound() || name.length() > Limits.NAME_CHARACTERS) {
            throw new FormRefusal(400, Sentence.of("web.form.encoding"));
        }
        String nameText = new String(bytes, from, name.length(), StandardCharsets.US_ASCII);
        int valueFrom = Math.min(equals + 1, to);
        var value = new Unescaped(bytes, valueFrom, to);
        fields.add(new Field(nameText, valueFrom, valueFrom + value.length(), value.sound()));
    }

    private static int indexOf(byte[] in, char sought, int from, int to) {
        int at = from;
        while (at < to && in[at] != sought) {
            at++;
        }
        return at;
    }

    @Override
    public Optional<String> text(String field) {
        return texts(field).stream().findFirst();
    }

    @Override
    public List<String> texts(String field) {
        refuseWhatIsNotAllowed();
        return named(field)
                .map(this::decoded)
                .map(CleanText::normalised)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public Optional<String> cleaned(String field) {
        return named(field)
                .map(this::decoded)
                .map(CleanText::cleaned)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    @Override
    public boolean has(String field) {
        return named(field).findAny().isPresent();
    }

    @Override
    public Secret secret(String field) {
        byte[] copy =
                named(field)
                        .findFirst()
                        .map(f -> Arrays.copyOfRange(bytes, f.from(), f.to()))
                        .orElseGet(() -> new byte[0]);
        return new Secret(copy);
    }

    @Override
    public Optional<Upload> file(String field) {
        return Optional.ofNullable(files.get(field));
    }

    private Stream<Field> named(String name) {
        return fields.stream().filter(field -> field.name().equals(name));
    }

    private void refuseWhatIsNotAllowed() {
        for (Field field : fields) {
            problem(field)
                    .ifPresent(problem -> {
                        throw new FormRefusal(400, sentence(problem));
                    });
        }
    }

    private static Sentence sentence(CleanText.Problem problem) {
        return switch (problem) {
            case CONTROL -> Sentence.of("web.form.control");
            case DIRECTION -> Sentence.of("web.form.direction");
            case ENCODING -> Sentence.of("web.form.encoding");
        };
    }

    private Optional<CleanText.Problem> problem(Field field) {
        if (!field.sound()) {
            return Optional.of(CleanText.Problem.ENCODING);
        }
        var strict =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer characters = CharBuffer.allocate(field.to() - field.from());
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes, field.from(), field.to() - field.from());
            var result = strict.decode(in, characters, true);
            if (result.isError()) {
                result.throwException();
            }
            return CleanText.problem(characters.flip());
        } catch (CharacterCodingException e) {
            return Optional.of(CleanText.Problem.ENCODING);
        } finally {
            Arrays.fill(characters.array(), '\0');
        }
    }

    /// What cannot be decoded is left out; {@link #text} has refused it before.
    private String decoded(Field field) {
        return new String(bytes, field.from(), field.to() - field.from(), StandardCharsets.UTF_8)
                .replace("\uFFFD", "");
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
        files.values().forEach(PostedForm::forget);
    }

    static void forget(Upload file) {
        switch (file) {
            case Upload.Whole whole -> whole.forget();
            case Upload.TooLarge _ -> {}
        }
    }
}
