// Which of these marks stand for people who were erased, and whether there are any at all.
// mode  read
// param marks list<string>
// row   marks list<string>
// row   any   boolean       false when nobody was ever erased: then nothing needs to be marked
// needs constraint suppressed_mark
// try   :param marks => [];
RETURN COLLECT { UNWIND $marks AS mark WITH mark WHERE EXISTS { (:Suppressed {mark: mark}) } RETURN mark } AS marks,
       COUNT { (:Suppressed) } > 0 AS any;
