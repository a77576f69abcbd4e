// Notes that a form of the preference page was sent, and whether for the first time; forgets some of those that have ended.
// mode   write
// param  id       string    keyed hash of the form's token, which tells nobody's name
// param  use      string    of this sending: the same when the transaction is retried
// param  until    datetime  the form is refused from then on in any case
// param  now      datetime
// row    first    boolean
// needs  constraint used_form_id
// needs  index used_form_until
// try    :param id => 'f';
// try    :param use => 'u';
// try    :param until => datetime();
// try    :param now => datetime();
CALL () {
  MATCH (ended:UsedForm)
  WHERE ended.until < $now
  WITH ended LIMIT 100
  DELETE ended
}
MERGE (form:UsedForm {id: $id})
  ON CREATE SET form.use = $use, form.until = $until
RETURN form.use = $use AS first;
