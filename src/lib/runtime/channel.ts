/** The channel on which any tab asks whichever worker has an execution to stop it; a message is the execution's id. */
export const CANCEL_CHANNEL = 'sluice-cancel';
