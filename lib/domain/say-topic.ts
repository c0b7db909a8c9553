/** A platform's name for what it tells us of, in words: "fulfillment orders moved". */
export const sayTopic = (topic: string): string => topic.toLowerCase().replaceAll(/[_/]+/g, " ");
