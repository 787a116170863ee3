/** Why an event is no message to us, by the beginning of its name; the first that fits counts. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^oa_send_consent$|^user_reply_consent$|^user_call_oa$|^oa_call_user$/, 'call'],
  /** To a group or a visitor: what goes to one person is read by `decodeEcho`. */
  [/^oa_send_/, 'echo'],
  [/^(user|oa)_reacted_message$/, 'reaction'],
  [/^user_(seen|received)_message$/, 'receipt'],
  [/^unfollow$/, 'unfollow'],
  /** What a person gives in the form is theirs and the staff's: it is not even looked at. */
  [/^user_submit_info$/, 'shared_info'],
  /** Visitors of a site who are not logged in: their conversation ends with the visit. */
  [/^anonymous_send_/, 'anonymous'],
  [/group/, 'group'],
  [/^(add_user_to|remove_user_from|remove)_tag$|^update_user_info$/, 'customer_data'],
  [/^widget_/, 'widget'],
  [/^change_|^event_journey_/, 'template'],
  [/^user_feedback$|^shop_has_order$|^extension_purchased$|^user_click_/, 'other'],
]

/** A stable name for the metrics; `unknown_event` for what Zalo's documents do not have. */
export function toIgnoredName(eventName: string): string {
  return NAMES.find(([pattern]) => pattern.test(eventName))?.[1] ?? 'unknown_event'
}
